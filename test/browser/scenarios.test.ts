import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { exampleRegion } from '../api/regions/region-client.ts';
import { addRegion } from '../store/proposals/standing-region.ts';
import { browser } from './browser.ts';
import { expectAccessible, looks, openPages, signIn } from './pages.ts';

const list = '/r/farsta-2004/scenarier';

/** Writes a scenario that shrinks a team and saves it under the name. */
async function write(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Nytt scenario' }).click();
  await page.getByLabel('Namn').fill(name);
  await page.getByLabel('Lägg till en ändring').selectOption('team_seats');
  await page.getByLabel('Arbetslag', { exact: true }).selectOption('farsta-3');
  await page.getByLabel('Fler (eller färre, med minus)').fill('-1');
  await page.getByRole('button', { name: 'Spara' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Asks for what is chosen and waits for its figures. */
async function work(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Räkna', exact: true }).click();
  await page.getByRole('table', { name: 'Siffrorna' }).waitFor({ timeout: 60_000 });
  const image = page.getByRole('img');
  await expect
    .poll(() => image.evaluate((shown: { naturalWidth?: number }) => shown.naturalWidth ?? 0))
    .toBeGreaterThan(0);
}

describe.skipIf(browser === null)('scenarios', { timeout: 120_000 }, async () => {
  const pages = await openPages();

  test('one writes a scenario by forms, looks it over, saves it, and compares it with today', async () => {
    const page = await pages.openSignedIn(list);
    await page.getByText('Här finns inga scenarier än.').waitFor();
    await write(page, 'En plats färre');
    await page.getByRole('button', { name: 'Granska' }).click();
    await page.getByText('Det här skulle ändras').waitFor();
    await page.getByText(/arbetslag: 0 till, 0 bort, 1 ändrade/).waitFor();
    await page.getByRole('link', { name: 'Alla scenarier' }).click();
    await page.getByLabel('Jämför En plats färre').check();
    await work(page);
    await page
      .getByRole('columnheader', { name: /^\d\. En plats färre$/ })
      .first()
      .waitFor();
    await page.getByText(/till En plats färre: vinner \d+, förlorar \d+, lika \d+\./).waitFor();
    await page.getByRole('row', { name: /^Elever med en vuxen som talar deras språk .*bäst/ }).waitFor();
    await page.getByRole('row', { name: /^Andel kvinnor placerade .*−[\d,]+ procentenheter/ }).waitFor();
    expect(await page.getByRole('row', { name: /^Timmar svenska i veckan .*bäst/ }).count()).toBe(0);
    const panels = page.getByRole('figure', { name: 'Siffra för siffra' });
    await panels.locator('svg').getByText('Högst möjliga').waitFor();
    await panels.getByText('Som tabell').click();
    await panels.getByRole('row', { name: /^Placerade \d+ \d+/ }).waitFor();
    await page.getByRole('button', { name: 'Räkna om samma fråga' }).click();
    await page.getByText('Räknat om: samma svar, tecken för tecken.').waitFor({ timeout: 60_000 });
  });

  test('what does not go together is told at its edit before it is run, and can be gone to', async () => {
    const page = await pages.openSignedIn(`${list}/ny`, { refusals: [400] });
    await page.getByLabel('Lägg till en ändring').selectOption('close_team');
    await page.getByLabel('Arbetslag', { exact: true }).selectOption('farsta-1');
    await page.getByLabel('Lägg till en ändring').selectOption('team_seats');
    await page.getByLabel('Arbetslag', { exact: true }).last().selectOption('farsta-3');
    await page.getByLabel('Fler (eller färre, med minus)').fill('-99');
    await page.getByRole('button', { name: 'Granska' }).click();
    const summary = page.getByRole('alert');
    await summary.getByText('Det här behöver rättas').waitFor();
    await expectAccessible(page);
    await summary.getByRole('link', { name: /^Ändring 2, / }).click();
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
    expect(await card.nth(1).locator('.error').count()).toBe(1);
    expect(await card.nth(0).locator('.error').count()).toBe(0);
    await page.getByLabel('Fler (eller färre, med minus)').fill('');
    await page.getByRole('button', { name: 'Granska' }).click();
    await summary.getByRole('link', { name: /^Ändring 2, / }).waitFor();
    await page.getByLabel('Fler (eller färre, med minus)').fill('-1');
    await page.getByRole('button', { name: 'Granska' }).click();
    await page.getByText('Det här skulle ändras').waitFor();
    expect(await page.locator('.error').count()).toBe(0);
  });

  test('a class is moved on the grid of the week by keys and by the pointer, and to another place', async () => {
    const page = await pages.openSignedIn(`${list}/ny`);
    await page.getByLabel('Lägg till en ändring').selectOption('retime_sfi_group');
    await page.getByLabel('Sfi-grupp').selectOption('sfi-3c');
    await page.getByRole('button', { name: 'Börja från tiderna som gäller nu' }).click();
    const grid = page.getByRole('group', { name: 'Tider' }).last();
    const first = grid.getByRole('button').first();
    const [, before] = /^(\d\d:\d\d)/.exec((await first.textContent()) ?? '') ?? [];
    await first.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
    await page.keyboard.press('Shift+ArrowUp');
    const start = await page.getByLabel('Börjar').first().inputValue();
    expect(Number(start.slice(0, 2))).toBe(Number(before?.slice(0, 2)) + 1);
    expect(await page.evaluate('document.activeElement.className')).toBe('block sfi');
    await expectAccessible(page);
    await first.scrollIntoViewIfNeeded();
    const box = await first.boundingBox();
    if (box === null) throw new Error('the time is not on the page');
    await page.mouse.move(box.x + 5, box.y + 5);
    await page.mouse.down();
    await page.mouse.move(box.x + 5, box.y + 5 + 48, { steps: 4 });
    await page.mouse.up();
    expect(Number((await page.getByLabel('Börjar').first().inputValue()).slice(0, 2))).toBe(
      Number(start.slice(0, 2)) + 1,
    );

    await page.getByLabel('Lägg till en ändring').selectOption('move_sfi_group');
    await page.getByLabel('Sfi-grupp').last().selectOption('sfi-3c');
    await page.getByLabel('Vid', { exact: true }).selectOption({ index: 2 });
    expect(await page.getByLabel('Latitud').inputValue()).toMatch(/^59\./);
    await page.getByRole('button', { name: 'Granska' }).click();
    await page.getByText(/sfi-grupper: 0 till, 0 bort, 1 ändrade/).waitFor();
  });

  test('people arrive by language, gender and area, and a district joins from another region', async () => {
    const { store } = pages.service;
    const example = await exampleRegion('farsta-skarholmen');
    const isThere = (await exampleRegion()).units.map(({ id }) => id);
    await addRegion(store, 'grannen', { ...example, name: 'Grannen' });
    await pages.addPerson(
      'planeraren',
      { role: 'planner', region: 'farsta-2004' },
      { role: 'planner', region: 'grannen' },
    );
    const page = await pages.open(`${list}/ny`);
    await signIn(page, 'planeraren');
    await page.getByLabel('Lägg till en ändring').selectOption('participants_arrive');
    await page.getByLabel('Hur många').fill('5');
    await page.getByLabel('Språk').selectOption({ label: 'somaliska' });
    await page.getByLabel('Kön').selectOption('woman');
    await page.getByLabel('Område').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Granska' }).click();
    await page.getByText(/deltagare: 5 till/).waitFor();
    await page.getByLabel('Lägg till en ändring').selectOption('join_district');
    await page.getByLabel('Region som stadsdelen kommer från').selectOption({ label: 'Grannen' });
    await page.getByLabel('Stadsdel', { exact: true }).selectOption('Skärholmen');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Granska' }).click();
    const brought = example.units.filter(
      ({ id, district }) => district === 'Skärholmen' && !isThere.includes(id),
    );
    await page.getByText(`enheter: ${brought.length} till`).waitFor();
  });

  test('what was written outlives a reload, and times are set without a mouse', async () => {
    const page = await pages.openSignedIn(`${list}/ny`);
    await page.getByLabel('Namn').fill('På kvällen');
    await page.getByLabel('Lägg till en ändring').selectOption('retime_sfi_group');
    await page.getByLabel('Sfi-grupp').selectOption('sfi-3c');
    await page.getByRole('button', { name: 'Lägg till en tid' }).press('Enter');
    await page.getByRole('button', { name: 'Lägg till en tid' }).press('Enter');
    await page.getByLabel('Slutar').last().fill('20:30');
    await page.reload();
    expect(await page.getByLabel('Namn').inputValue()).toBe('På kvällen');
    expect(await page.getByLabel('Slutar').last().inputValue()).toBe('20:30');
    expect(await page.getByLabel('Dag', { exact: true }).last().inputValue()).toBe('tue');
  });

  test('what is weighed is set by numbers, and what is left empty stays', async () => {
    const page = await pages.openSignedIn(`${list}/ny`);
    await page.getByLabel('Lägg till en ändring').selectOption('policy');
    await page.getByText('Nu 280.').waitFor();
    await page.getByLabel('Språk och nivå').fill('450');
    await page.getByLabel('Roller').fill('7');
    await page.getByLabel('Roller').fill('');
    await page.getByText('Rättvisa och jämn spridning', { exact: true }).click();
    await page.getByLabel(/^Ingen regel: .*andel med plats skilja/).check();
    await page.getByText('Rättvisa och jämn spridning (en ändrad)').waitFor();
    await page.getByRole('button', { name: 'Skriv som text' }).click();
    expect(JSON.parse(await page.getByLabel('Ändringen som text (JSON)').inputValue())).toEqual({
      kind: 'policy',
      set: { weights: { language: 450 }, equity: { placement_tolerance: null } },
    });
    await page.getByRole('button', { name: 'Skriv i fält' }).click();
    expect(await page.getByLabel('Språk och nivå').inputValue()).toBe('450');
    await page.getByRole('button', { name: 'Granska' }).click();
    await page.getByText('Det här skulle ändras').waitFor();
  });

  test('the text of an edit that is taken away does not pass to the next', async () => {
    const page = await pages.openSignedIn(`${list}/ny`);
    await page.getByLabel('Lägg till en ändring').selectOption('policy');
    await page.getByLabel('Lägg till en ändring').selectOption('join_district');
    await page.getByRole('button', { name: 'Skriv som text' }).first().click();
    await page.getByRole('button', { name: /^Ta bort: Ändra/ }).click();
    await page.getByRole('button', { name: 'Skriv som text' }).click();
    const text = page.getByLabel('Ändringen som text (JSON)');
    await expect.poll(() => text.inputValue()).toContain('join_district');
  });

  test('an edit can be written as text, which says when it cannot be read, and stays when another is added', async () => {
    const page = await pages.openSignedIn(`${list}/ny`);
    await page.getByLabel('Lägg till en ändring').selectOption('policy');
    await page.getByRole('button', { name: 'Skriv som text' }).click();
    const text = page.getByLabel('Ändringen som text (JSON)');
    await text.fill('{"kind": "policy",');
    await page.getByText('Det går inte att läsa som JSON än.').waitFor();
    await page.getByLabel('Lägg till en ändring').selectOption('join_district');
    expect(await text.inputValue()).toBe('{"kind": "policy",');
    await text.fill('{"kind": "policy", "set": {"equity": {"tolerance": 10}}}');
    await page.getByText('Det går inte att läsa som JSON än.').waitFor({ state: 'detached' });
  });

  test('a curve is drawn along two numbers at once', async () => {
    const page = await pages.openSignedIn(list);
    await page.getByLabel('Kurva').check();
    await page.getByLabel('Längs ett tal till').check();
    await page.getByLabel('Längs vad').last().selectOption('sfi.sfi-3c');
    await page.getByLabel('Till', { exact: true }).last().fill('4');
    await work(page);
    await page.getByRole('columnheader', { name: 'sfi.sfi-3c' }).waitFor();
  });

  test.each([
    ['Vad en plats är värd', /Överst i listan: .+ är värd .*\d poäng/, () => Promise.resolve()],
    ['Kurva', /kurvan (böjer av vid|har inget tydligt knä)/, () => Promise.resolve()],
    [
      'Året som kommer',
      /av det som går att nå/,
      (page: Page) => page.getByLabel('Hur många år som dras').fill('2'),
    ],
  ] as const)('%s is asked for and shown, with what it says in words', async (kind, conclusion, fill) => {
    const page = await pages.openSignedIn(list);
    await page.getByLabel(kind).check();
    await fill(page);
    await work(page);
    await page.getByRole('heading', { level: 1, name: kind }).waitFor();
    await page.getByText(conclusion).waitFor();
    if (kind === 'Vad en plats är värd') {
      const map = page.getByRole('figure', { name: 'Vad en plats till är värd, enhet för enhet' });
      await map.locator('svg').waitFor();
      await map.getByText('Som tabell').click();
      await map.getByRole('cell', { name: 'Farsta' }).first().waitFor();
    }
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 900 });
    await expectAccessible(page);
  });

  test('what cannot be answered says why and what to do', async () => {
    const page = await pages.openSignedIn(list);
    await page.getByLabel('Billigaste platserna').check();
    await page.getByRole('button', { name: 'Räkna', exact: true }).click();
    await page.getByText('Policyn säger inte vad något kostar').waitFor();
  });

  test('a planner writes what places cost, and is told the cheapest that suffice, the proof and what comes next', async () => {
    const page = await pages.openSignedIn(list);
    await page.getByLabel('Billigaste platserna').check();
    await page.getByText('Policyn säger inte vad något kostar än.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Skriv vad platser kostar' }).click();
    for (const [what, cost] of [
      ['En plats till i ett arbetslag', '40'],
      ['En handledare till', '90'],
      ['En plats till i en sfi-grupp', '15'],
    ] as const)
      await page.getByLabel(what).fill(cost);
    await page.getByRole('button', { name: 'Spara som ny version' }).click();
    await page.getByText(/^Version 2, från/).waitFor();

    await page.goto(pages.address + list);
    await page.getByLabel('Billigaste platserna').check();
    await page.getByText('En plats till i en sfi-grupp: 15').waitFor();
    await page.getByRole('link', { name: 'Ändra vad platser kostar' }).waitFor();
    await page.getByLabel('Hur många procent som ska få plats').fill('79');
    await page.getByRole('button', { name: 'Räkna', exact: true }).click();
    const openings = page.getByRole('table', { name: 'Vad som öppnas' });
    await openings.waitFor({ timeout: 60_000 });
    await page.getByText('Målet: 74 av 93 får en plats.').waitFor();
    await page.getByText('Planen kostar 160. Det är bevisat att ingen plan är billigare.').waitFor();
    const costs = await openings.locator('tbody td:last-child').allTextContents();
    expect(costs.reduce((sum, cost) => sum + Number(cost), 0)).toBe(160);
    await openings
      .getByRole('rowheader', { name: /^En plats till i ett arbetslag: .+, / })
      .first()
      .waitFor();
    const nextBest = page.getByRole('table', { name: /^Näst bäst/ });
    expect(await nextBest.locator('tbody tr').count()).toBe(costs.length);
    expect(await nextBest.locator('tbody td:last-child').allTextContents()).toContain('160');
    await nextBest
      .getByRole('cell', { name: /^En plats till i .+ \(1\)$/ })
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Hämta tabellen (CSV)' }).waitFor();
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 900 });
    await expectAccessible(page);
  });

  test('what takes long is stopped, and says so', async () => {
    const page = await pages.openSignedIn(list);
    await page.getByLabel('Året som kommer').check();
    await page.getByLabel('Hur många år som dras').fill('500');
    await page.getByRole('button', { name: 'Räkna', exact: true }).click();
    await page.getByText(/\d av \d+ delar är klara/).waitFor();
    await page.getByRole('button', { name: 'Stoppa' }).click();
    await page
      .getByText(/Beräkningen stoppades/)
      .first()
      .waitFor();
  });

  describe.each(looks)('%s', (_name, look) => {
    test('what is weighed is accessible, in both languages', async () => {
      const page = await pages.openSignedIn(`${list}/ny`, look);
      await page.getByLabel('Lägg till en ändring').selectOption('policy');
      await page.getByText('Nu 280.').waitFor();
      await page.getByText('Rättvisa och jämn spridning', { exact: true }).click();
      await page.getByLabel(/^Ingen regel: .*andel med plats skilja/).check();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'In English' }).click();
      await page.getByText('Now 280.').waitFor();
      await expectAccessible(page);
    });

    test('list, form and result are accessible, in both languages', async () => {
      const page = await pages.openSignedIn(list, look);
      await page
        .getByRole('link', { name: 'Scenarier bredvid varandra' })
        .or(page.getByRole('link', { name: 'Jämför scenarier' }))
        .first()
        .waitFor();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'En plats färre' }).click();
      await page.getByLabel('Namn').waitFor();
      await page.getByLabel('Lägg till en ändring').selectOption('retime_sfi_group');
      await page.getByRole('button', { name: 'Lägg till en tid' }).click();
      await expectAccessible(page);
      await page.goto(pages.address + list);
      await page.getByRole('link', { name: 'Jämför scenarier' }).first().click();
      await page.getByRole('table', { name: 'Siffrorna' }).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'In English' }).click();
      await page.getByRole('table', { name: 'The figures' }).waitFor();
    });
  });
});
