import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { rememberFocus } from './composables/focusMemory.ts';
import { keepFocus } from './composables/keepFocus.ts';
import { followSystemTheme } from './domain/theme.ts';
import { followEvents } from './events.ts';
import { i18n } from './i18n/index.ts';
import { useAccounts } from './stores/accounts.ts';
import { useSettings } from './stores/settings.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';

const app = createApp(App);
app.use(createPinia());
app.use(i18n);

followSystemTheme();
rememberFocus();
keepFocus();
followEvents();
/* Language and theme first, so that the first picture is the right one. */
await Promise.all([useSettings().load(), useAccounts().load()]);
app.mount('#app');
