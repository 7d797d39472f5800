import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { startI18n } from './i18n/index.ts';
import { currentView } from './view/store.ts';
import './styles/index.css';

startI18n(currentView().lang);
const root = document.getElementById('root');
if (root === null) throw new Error('bug: index.html has no #root');
createRoot(root).render(<App />);
