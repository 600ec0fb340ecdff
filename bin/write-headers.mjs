// `npm run headers`: writes the header files for static hosts from bin/headers.mjs.
import { writeFileSync } from 'node:fs';
import { netlifyHeaders, staticWebAppConfig } from './headers.mjs';

const publicFolder = new URL('../public/', import.meta.url);
writeFileSync(new URL('_headers', publicFolder), netlifyHeaders());
writeFileSync(new URL('staticwebapp.config.json', publicFolder), staticWebAppConfig());
