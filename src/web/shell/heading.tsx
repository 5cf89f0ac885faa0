/** A page's h1: it names the document, and takes the focus when one comes to the page from another. */
import { type ReactNode, useEffect, useRef } from 'react';

let opened = false;

export function PageHeading({ children, lead }: { readonly children: string; readonly lead?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${children} – resursutbyte`;
  }, [children]);
  useEffect(() => {
    // The first page leaves the focus where the browser puts it.
    if (opened) heading.current?.focus();
    opened = true;
  }, []);
  return (
    <header className="page-heading">
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
      {lead === undefined ? null : <p className="lead">{lead}</p>}
    </header>
  );
}
