/** What places are worth as a table: a row a place. */
import type { Text } from '../../domain/text.ts';
import type { Worth } from '../worth/worth-format.ts';
import type { Table } from './table.ts';

export function worthTable({ places }: Worth, lang: keyof Text): Table {
  return [
    ['kind', 'id', 'name', 'price', 'least', 'most'],
    ...places.map(({ kind, id, name, price, confirmed }) => [
      kind,
      id,
      name[lang],
      price,
      confirmed.least,
      confirmed.most,
    ]),
  ];
}
