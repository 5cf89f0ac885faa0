/** Catches a fault in a page, so that the frame stays; also a page's file that a newer version of the service no longer has. */
import { Component, type ReactNode } from 'react';
import { useTexts } from '../language.tsx';
import { texts } from './texts.ts';

export class Guard extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const t = useTexts(texts);
  return (
    <section role="alert" className="state">
      <h1>{t('broken')}</h1>
      <p>{t('broken_text')}</p>
      <button type="button" className="primary" onClick={() => location.reload()}>
        {t('reload')}
      </button>
    </section>
  );
}
