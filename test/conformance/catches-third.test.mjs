import { catchDefects } from './catching.mjs';

catchDefects(2);
