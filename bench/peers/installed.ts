/** Loads a package where the user has installed it; null where not. Its name is a value, so that nothing else looks for it. */
export async function loadInstalled(name: string): Promise<unknown> {
  try {
    const loaded: unknown = await import(name);
    return loaded;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}
