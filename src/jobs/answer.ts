/** An answer as the bytes of its JSON: written in the thread, so that whoever sends it on has nothing left to do. */
export interface Answer {
  readonly status: 'answered';
  readonly json: Uint8Array;
}

/** An answer that is a file to keep. */
export interface FileAnswer {
  readonly status: 'file';
  readonly kind: 'zip' | 'xlsx' | 'csv' | 'svg';
  /** In letters that every system takes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function answer(value: unknown): Answer {
  return { status: 'answered', json: new TextEncoder().encode(JSON.stringify(value)) };
}
