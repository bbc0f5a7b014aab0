import '@heed/elements/define/comms-feed';
import type { FeedState } from '@heed/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { clientIn, cut, only, silence } from '../.storybook/bad-network.js';

const meta: Meta = {
  title: 'Elements/comms-feed',
  component: 'comms-feed',
  render: () => html`<comms-feed></comms-feed>`,
};
export default meta;

const limit = { timeout: 10_000 };
const comesTo = (canvas: HTMLElement, state: FeedState): Promise<void> =>
  waitFor(() => expect(canvas.querySelector('comms-feed')!.state).toBe(state), limit);
const inside = <T extends Element>(canvas: HTMLElement, selector: string): T =>
  canvas.querySelector('comms-feed')!.shadowRoot!.querySelector<T>(selector)!;
const shows = (canvas: HTMLElement, selector: string): Promise<void> =>
  waitFor(() => expect(inside(canvas, selector)).toBeTruthy(), limit);

/** The groups of the person who is signed in: choose another one from the toolbar. */
export const Mine: StoryObj = {
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** One group, where the page has room for no more. Write something: it is recorded for everybody. */
export const OneGroup: StoryObj = {
  render: () => html`<comms-feed channel="security-notices"></comms-feed>`,
  play: async ({ canvasElement }) => {
    await comesTo(canvasElement, 'ready');
    await shows(canvasElement, '.composer');
    await userEvent.type(inside(canvasElement, 'textarea'), 'Good morning');
    inside<HTMLElement>(canvasElement, '[type=submit]').click();
    await waitFor(
      () => expect(inside(canvasElement, '.messages').textContent).toContain('Good morning'),
      limit,
    );
  },
};

/** In a narrow column the groups come first, and one of them in their place. */
export const Narrow: StoryObj = {
  render: () => html`<div class="narrow"><comms-feed></comms-feed></div>`,
  play: async ({ canvasElement }) => {
    canvasElement.querySelector<HTMLElement>('.narrow')!.style.inlineSize = '22rem';
    await comesTo(canvasElement, 'ready');
  },
};

/** No answer yet. */
export const Loading: StoryObj = {
  render: (_, { globals }) => html`
    <comms-feed
      .client=${clientIn(only('GET', '/v1/channels', silence), globals['persona'])}
    ></comms-feed>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'loading'),
};

/** No group is open to the person. */
export const NoGroup: StoryObj = {
  render: (_, { globals }) => {
    const none = async (): Promise<Response> => Response.json({ items: [] });
    return html`
      <comms-feed
        .client=${clientIn(only('GET', '/v1/channels', none), globals['persona'])}
      ></comms-feed>
    `;
  },
  play: ({ canvasElement }) => comesTo(canvasElement, 'empty'),
};

/** Without a network: it says so, and offers the way on. */
export const Unreachable: StoryObj = {
  render: (_, { globals }) => html`
    <comms-feed
      .client=${clientIn(only('GET', '/v1/channels', cut), globals['persona'])}
    ></comms-feed>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'failed'),
};
