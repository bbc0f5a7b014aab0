import '@heed/elements/define/ack-button';
import '@heed/elements/define/policy-reader';
import type { AckState } from '@heed/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { clientIn, cut, only, silence } from '../.storybook/bad-network.js';

const meta: Meta = {
  title: 'Elements/ack-button',
  component: 'ack-button',
  args: { policy: 'acceptable-use' },
  render: ({ policy }) => html`<ack-button policy=${policy}></ack-button>`,
};
export default meta;

const comesTo = (canvas: HTMLElement, ...states: AckState[]): Promise<void> =>
  waitFor(() => expect(states).toContain(canvas.querySelector('ack-button')!.state), {
    timeout: 10_000,
  });

/** Presses the button, unless this person has acknowledged it since Storybook was started. */
async function press(canvas: HTMLElement): Promise<void> {
  await comesTo(canvas, 'draft', 'recorded', 'verified');
  const { shadowRoot } = canvas.querySelector('ack-button')!;
  shadowRoot!.querySelector<HTMLElement>('.primary')?.click();
}

/** What is asked of the person who is signed in. Acknowledge it: the receipt stays until Storybook stops. */
export const Asked: StoryObj = {
  play: ({ canvasElement }) => comesTo(canvasElement, 'draft', 'recorded', 'verified'),
};

/** A policy that nothing is asked about: the button steps back. */
export const NothingAsked: StoryObj = {
  args: { policy: 'software-and-updates' },
  play: ({ canvasElement }) => comesTo(canvasElement, 'nothing'),
};

/** Recorded, the receipt in hand and verified in the page. */
export const Recorded: StoryObj = {
  args: { policy: 'remote-working' },
  play: async ({ canvasElement }) => {
    await press(canvasElement);
    await comesTo(canvasElement, 'verified');
  },
};

/** Questions come first: the answers are told at once, with why, and the act opens when enough are right. */
export const QuestionsFirst: StoryObj = {
  args: { policy: 'phishing' },
  play: async ({ canvasElement }) => {
    await comesTo(canvasElement, 'draft');
    const { shadowRoot } = canvasElement.querySelector('ack-button')!;
    shadowRoot!.querySelector<HTMLElement>('.primary')!.click();
    await waitFor(() => expect(shadowRoot!.querySelectorAll('dialog fieldset')).toHaveLength(2), {
      timeout: 10_000,
    });
  },
};

/** On its way, on a slow line: nothing is claimed yet. */
export const Sending: StoryObj = {
  args: { policy: 'clear-desk' },
  render: ({ policy }, { globals }) => html`
    <ack-button
      policy=${policy}
      .client=${clientIn(only('POST', '/v1/acknowledgements', silence), globals['persona'])}
    ></ack-button>
  `,
  play: async ({ canvasElement }) => {
    await press(canvasElement);
    await comesTo(canvasElement, 'sending');
  },
};

/** The network went with the press. In a browser that stores nothing the page has to stay open, and it says so. */
export const WaitsOnThisDevice: StoryObj = {
  args: { policy: 'clear-desk' },
  render: ({ policy }, { globals }) => html`
    <ack-button
      policy=${policy}
      .client=${clientIn(only('POST', '/v1/acknowledgements', cut), globals['persona'])}
    ></ack-button>
  `,
  play: async ({ canvasElement }) => {
    await press(canvasElement);
    await comesTo(canvasElement, 'queued');
  },
};

/** Refused for good: nothing was recorded, and the current text is one press away. */
export const Refused: StoryObj = {
  args: { policy: 'clear-desk' },
  render: ({ policy }, { globals }) => {
    // As if a new version had been published after the statement was shown.
    const superseded = async (request: Request): Promise<Response> => {
      const draft = (await request.json()) as { version: number };
      const headers = new Headers(request.headers);
      const body = JSON.stringify({ ...draft, version: draft.version + 1 });
      return fetch(request.url, { method: 'POST', headers, body });
    };
    return html`
      <ack-button
        policy=${policy}
        .client=${clientIn(only('POST', '/v1/acknowledgements', superseded), globals['persona'])}
      ></ack-button>
    `;
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement);
    await comesTo(canvasElement, 'rejected');
  },
};

/** No answer yet. */
export const Loading: StoryObj = {
  render: ({ policy }, { globals }) => html`
    <ack-button
      policy=${policy}
      .client=${clientIn(only('GET', '/v1/assignments', silence), globals['persona'])}
    ></ack-button>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'loading'),
};

/** It could not be asked for: the way on is in the same line. */
export const Unreachable: StoryObj = {
  render: ({ policy }, { globals }) => html`
    <ack-button
      policy=${policy}
      .client=${clientIn(only('GET', '/v1/assignments', cut), globals['persona'])}
    ></ack-button>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'failed'),
};

/** Beside a reader of the same policy: what was displayed goes with the acknowledgement. */
export const BesideAReader: StoryObj = {
  render: ({ policy }) => html`
    <policy-reader policy=${policy}></policy-reader>
    <ack-button policy=${policy}></ack-button>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'draft', 'recorded', 'verified'),
};

/** Two buttons of one policy always say the same. */
export const Twice: StoryObj = {
  render: ({ policy }) => html`
    <ack-button policy=${policy}></ack-button>
    <hr />
    <ack-button policy=${policy}></ack-button>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'draft', 'recorded', 'verified'),
};

/** In the host's own colours and shape, by custom properties. */
export const Themed: StoryObj = {
  render: ({ policy }) => html`
    <style>
      .acme {
        --isms-accent: #7a1f4b;
        --isms-radius: 999px;
        font-family: Georgia, serif;
      }
    </style>
    <ack-button class="acme" policy=${policy}></ack-button>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'draft', 'recorded', 'verified'),
};
