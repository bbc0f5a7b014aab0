import '@heed/elements/define/ack-button';
import '@heed/elements/define/policy-list';
import type { ListState, PolicyOpenedEvent } from '@heed/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { clientIn, cut, only, silence } from '../.storybook/bad-network.js';

const meta: Meta = {
  title: 'Elements/policy-list',
  component: 'policy-list',
  render: () => html`<policy-list></policy-list>`,
};
export default meta;

const comesTo = (canvas: HTMLElement, state: ListState): Promise<void> =>
  waitFor(() => expect(canvas.querySelector('policy-list')!.state).toBe(state), {
    timeout: 10_000,
  });

/** What is asked of the person who is signed in: choose another one from the toolbar. */
export const Mine: StoryObj = {
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** Rows are links when the page has an address for a policy. */
export const WithLinks: StoryObj = {
  render: () => html`<policy-list href-template="#/policies/{policy}"></policy-list>`,
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** Open a policy and acknowledge it: the list moves it to what is done by itself. */
export const WithAButton: StoryObj = {
  render: () => html`
    <policy-list
      @policy-opened=${(event: PolicyOpenedEvent) => {
        const list = event.currentTarget as HTMLElement;
        list.parentElement!.querySelector('ack-button')!.policy = event.policy;
      }}
    ></policy-list>
    <ack-button></ack-button>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** Nothing is asked of this person. (Only what is exempted is asked for here, and nobody is.) */
export const NothingAsked: StoryObj = {
  render: (_, { globals }) => {
    const exempted = ({ url, headers }: Request): Promise<Response> =>
      fetch(`${url}?state=exempted`, { headers });
    return html`
      <policy-list
        .client=${clientIn(only('GET', '/v1/assignments', exempted), globals['persona'])}
      ></policy-list>
    `;
  },
  play: ({ canvasElement }) => comesTo(canvasElement, 'empty'),
};

/** No answer yet. */
export const Loading: StoryObj = {
  render: (_, { globals }) => html`
    <policy-list
      .client=${clientIn(only('GET', '/v1/assignments', silence), globals['persona'])}
    ></policy-list>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'loading'),
};

/** Without a network: it says so, and offers the way on. */
export const Unreachable: StoryObj = {
  render: (_, { globals }) => html`
    <policy-list
      .client=${clientIn(only('GET', '/v1/assignments', cut), globals['persona'])}
    ></policy-list>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'failed'),
};
