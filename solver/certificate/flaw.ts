/** What is wrong with a proof: it then proves nothing. */
export type Flaw =
  | { readonly kind: 'prices'; readonly expected: number; readonly read: number }
  | { readonly kind: 'price'; readonly index: number; readonly price: number; readonly most: number }
  | { readonly kind: 'cut'; readonly cut: number; readonly why: string }
  | { readonly kind: 'tree'; readonly why: string };
