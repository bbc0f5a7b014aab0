import type { Client } from '@heed/sdk';
import { createContext } from '@lit/context';

/** The client of the nearest provider; `undefined` until it has one. */
export const clientContext = createContext<Client | undefined>(Symbol.for('isms/client@1'));

/** The language the nearest provider speaks, BCP 47. */
export const languageContext = createContext<string>(Symbol.for('isms/language@1'));
