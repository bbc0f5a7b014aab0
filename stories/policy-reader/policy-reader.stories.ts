import '@heed/elements/define/ack-button';
import '@heed/elements/define/policy-reader';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { clientIn, cut, only, silence } from '../.storybook/bad-network.js';

const meta: Meta = {
  title: 'Elements/policy-reader',
  component: 'policy-reader',
  args: { policy: 'acceptable-use' },
  render: ({ policy, version, section, view }) => html`
    <policy-reader
      policy=${policy}
      .version=${version}
      .section=${section}
      .view=${view}
    ></policy-reader>
  `,
};
export default meta;

const comesTo = (canvas: HTMLElement, state: string): Promise<void> =>
  waitFor(() => expect(canvas.querySelector('policy-reader')!.state).toBe(state), {
    timeout: 10_000,
  });
const openPanel = (canvas: HTMLElement, id: string): void => {
  const { shadowRoot } = canvas.querySelector('policy-reader')!;
  shadowRoot!.querySelector<HTMLElement>(`.bar [popovertarget=${id}]`)!.click();
};

/** The text, the place and a way on. */
export const Scrolled: StoryObj = {
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** In pages: turn them by the arrow keys, Page Up and Page Down, the space bar, or the two buttons. */
export const Paged: StoryObj = {
  args: { view: 'paged' },
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** Opened at a section, as by a link from elsewhere. */
export const AtASection: StoryObj = {
  args: { section: 'personal-use' },
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** An older version, which stays readable for as long as anybody may have to look at it. */
export const OlderVersion: StoryObj = {
  args: { version: 1 },
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** With the acknowledgement at the end of the text. */
export const WithTheButton: StoryObj = {
  render: ({ policy }) => html`
    <policy-reader policy=${policy}>
      <ack-button slot="end" policy=${policy}></ack-button>
    </policy-reader>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** The search: its hits by section, and painted in the text. */
export const Searching: StoryObj = {
  play: async ({ canvasElement }) => {
    await comesTo(canvasElement, 'ready');
    openPanel(canvasElement, 'search');
    const { shadowRoot } = canvasElement.querySelector('policy-reader')!;
    const field = await waitFor(() => {
      const found = shadowRoot!.querySelector<HTMLInputElement>('#search input');
      expect(found).not.toBe(null);
      return found!;
    });
    field.value = 'device';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await waitFor(() => expect(shadowRoot!.querySelector('#search mark')).not.toBe(null));
  },
};

/** The sections, where the person is, and which were displayed. */
export const Contents: StoryObj = {
  play: async ({ canvasElement }) => {
    await comesTo(canvasElement, 'ready');
    openPanel(canvasElement, 'contents');
  },
};

/** Everything that makes reading comfortable, remembered on this device. */
export const TypeSettings: StoryObj = {
  play: async ({ canvasElement }) => {
    await comesTo(canvasElement, 'ready');
    openPanel(canvasElement, 'type');
  },
};

/** What the employer can see of this reading, said to the reader in plain words. */
export const WhatIsRecorded: StoryObj = {
  play: async ({ canvasElement }) => {
    await comesTo(canvasElement, 'ready');
    openPanel(canvasElement, 'record');
  },
};

/** In a page that runs from right to left. The text keeps the direction of its own language. */
export const RightToLeftPage: StoryObj = {
  render: ({ policy }) =>
    html`<div dir="rtl"><policy-reader policy=${policy}></policy-reader></div>`,
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** In the narrowest column that people use. */
export const Narrow: StoryObj = {
  render: ({ policy }) => html`
    <style>
      .narrow {
        max-inline-size: 320px;
      }
    </style>
    <div class="narrow"><policy-reader policy=${policy}></policy-reader></div>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** In the host's own colours, by custom properties. */
export const Themed: StoryObj = {
  render: ({ policy }) => html`
    <style>
      .acme {
        --isms-accent: #7a1f4b;
        --isms-line: #d9b8c8;
        font-family: Georgia, serif;
      }
    </style>
    <policy-reader class="acme" policy=${policy}></policy-reader>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** No answer yet. */
export const Loading: StoryObj = {
  render: ({ policy }, { globals }) => html`
    <policy-reader
      policy=${policy}
      .client=${clientIn(only('GET', '/v1/policies', silence), globals['persona'])}
    ></policy-reader>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'loading'),
};

/** Without a network: it says so, and offers the way on. */
export const Unreachable: StoryObj = {
  render: ({ policy }, { globals }) => html`
    <policy-reader
      policy=${policy}
      .client=${clientIn(only('GET', '/v1/policies', cut), globals['persona'])}
    ></policy-reader>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'failed'),
};

/** There is no such policy, or not for this person: both look the same. */
export const Missing: StoryObj = {
  args: { policy: 'no-such-policy' },
  play: ({ canvasElement }) => comesTo(canvasElement, 'missing'),
};
