export {openChromium as openBrowser} from '../../src/export/browser.ts';
