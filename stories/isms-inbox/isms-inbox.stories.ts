import '@heed/elements/define/isms-inbox';
import type { InboxState } from '@heed/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { clientIn, cut, only, silence } from '../.storybook/bad-network.js';

const meta: Meta = {
  title: 'Elements/isms-inbox',
  component: 'isms-inbox',
  render: () => html`<isms-inbox></isms-inbox>`,
};
export default meta;

const comesTo = (canvas: HTMLElement, state: InboxState): Promise<void> =>
  waitFor(() => expect(canvas.querySelector('isms-inbox')!.state).toBe(state), {
    timeout: 10_000,
  });

/** What is asked of the person who is signed in: choose another one from the toolbar. */
export const Mine: StoryObj = {
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** Rows are links where the page has an address for them. */
export const WithLinks: StoryObj = {
  render: () => html`
    <isms-inbox
      policy-href="#/policies/{policy}"
      alert-href="#/messages/{channel}?message={message}"
      task-href="#/tasks/{task}"
    ></isms-inbox>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** How much there is to do, and until when, with a way to all of it. */
export const OneLine: StoryObj = {
  render: () => html`<isms-inbox variant="line" href="#/home"></isms-inbox>`,
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** How much there is to do, within a menu. */
export const Badge: StoryObj = {
  render: () => html`
    <nav aria-label="Intranet">
      <a href="#/home">Home <isms-inbox variant="badge"></isms-inbox></a>
    </nav>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** No answer yet. */
export const Loading: StoryObj = {
  render: (_, { globals }) => html`
    <isms-inbox
      .client=${clientIn(only('GET', '/v1/assignments', silence), globals['persona'])}
    ></isms-inbox>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'loading'),
};

/** Without a network for a part of it: it says so, and offers the way on. */
export const Unreachable: StoryObj = {
  render: (_, { globals }) => html`
    <isms-inbox
      .client=${clientIn(only('GET', '/v1/assignments', cut), globals['persona'])}
    ></isms-inbox>
  `,
};
