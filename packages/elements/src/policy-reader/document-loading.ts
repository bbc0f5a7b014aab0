import type {
  Client,
  Document,
  DocumentSummary,
  IsmsError,
  PolicyVersion,
  Reading,
} from '@heed/sdk';
import { openGate, type Gate } from '../foreign-html.js';
import { bestText } from '../language.js';

/** What is asked for. */
export interface Wanted {
  policy: string;
  /** The current one when absent. */
  version: number | undefined;
  /** BCP 47; the best there is for it is taken. */
  language: string;
}

/** A version of a policy in one language, and what of it was displayed before. */
export interface Loaded {
  version: PolicyVersion;
  summary: DocumentSummary;
  document: Document;
  reading: Reading | undefined;
  /** Through which the sections come onto the page. */
  gate: Gate;
}

/** Loads a document with its version and reading; a newer request leaves an older one behind. */
export class DocumentLoading {
  loaded: Loaded | undefined;
  error: IsmsError | undefined;
  #asking: AbortController | undefined;
  #client: Client | undefined;

  constructor(private readonly changed: () => void) {}

  /** Asks for a document. What is shown stays until the answer is here, if it is of the same policy and backend. */
  async load(client: Client | undefined, { policy, version, language }: Wanted): Promise<void> {
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    const shown = this.loaded?.document;
    if (
      client !== this.#client ||
      shown?.policy !== policy ||
      (version && shown.version !== version)
    ) {
      this.loaded = undefined;
    }
    this.#client = client;
    this.error = undefined;
    if (!client || !policy) return;
    try {
      const current = version ? undefined : await client.policies.read({ policy }, { signal });
      const place = { policy, version: version ?? current!.version };
      const asked = client.versions.read(place, { signal });
      // Where somebody was is a comfort: without it the text still opens.
      const displayed = client.readings.read(place, { signal }).catch(() => undefined);
      // Of the current version it is known already which texts it has.
      const { documents } = current ?? (await asked);
      const summary = bestText(documents, language)!;
      const { contentHash } = summary;
      const [found, reading, document, gate] = await Promise.all([
        asked,
        displayed,
        client.documents.read({ ...place, contentHash }, { signal }),
        openGate(),
      ]);
      if (signal.aborted) return;
      this.loaded = { version: found, summary, document, reading, gate };
    } catch (error) {
      if (signal.aborted) return;
      this.error = error as IsmsError;
    }
    this.changed();
  }
}
