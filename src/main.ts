import { mount } from 'svelte';
import App from './App.svelte';
import { dropPeerConnections } from './workers/lockdown.ts';

dropPeerConnections();
const target = document.getElementById('app');
if (target === null) throw new Error('INTERNAL: the page has no #app');
mount(App, { target });
