/**
 * The one check that an older Node can run: this file and the entries that import it are plain JavaScript, since an
 * older Node cannot read the rest.
 */

const neededMajor = 24;

/**
 * Ends the process with exit code 2 and one sentence where this Node is too old; called before any .ts is imported.
 * @param {string} version as in process.versions.node
 */
export function demandNode(version) {
  if (Number.parseInt(version, 10) >= neededMajor) return;
  process.stderr.write(
    `Det här kräver Node ${neededMajor}, men körs med ${version}: kör det genom npm, som har rätt version med sig (npm ci, npm start). / ` +
      `This needs Node ${neededMajor} but runs on ${version}: run it through npm, which brings the right version (npm ci, npm start).\n`,
  );
  process.exit(2);
}
