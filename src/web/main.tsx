/** The pages' start. */
import '@fontsource-variable/inter/wght.css';
import '@midas-ds/theme/variables.css';
import '@midas-ds/theme/color-scheme.css';
import './style/base.css';
import './style/controls.css';
import './style/shell.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startLanguage } from './language.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
await startLanguage();
createRoot(root).render(<App />);
