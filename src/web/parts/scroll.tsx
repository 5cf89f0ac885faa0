/** What may be wider than the window, such as a table: it scrolls by itself, by keyboard too, and has a name for that. */
import type { ReactNode } from 'react';

interface ScrollProps {
  readonly label: string;
  /** Whether it is kept low, and scrolls downwards too. */
  readonly low?: boolean;
  readonly children: ReactNode;
}

export function Scroll({ label, low = false, children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={low ? 'scroll low' : 'scroll'} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
