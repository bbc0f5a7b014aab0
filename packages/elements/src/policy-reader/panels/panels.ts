import type { Device } from '@heed/sdk';
import type { LitElement, TemplateResult } from 'lit';
import type { Settings } from '../settings.js';
import type { TextLayout } from '../text-layout.js';
import { learnTool } from '../../tool-words.js';
import { contentsPanel } from './contents-panel.js';
import { KeptHere } from './kept-here.js';
import { strings } from './panels.strings.js';
import { styles } from './panels.styles.js';
import { recordPanel, type Measured } from './record-panel.js';
import { typePanel } from './type-panel.js';

/** What stands in the panels that most people never open. */
export interface Panels {
  /** View, size, spacing, width, typeface and colours; and the way to have it read aloud. */
  type(
    settings: Settings,
    choose: (chosen: Partial<Settings>) => void,
    listen: () => void,
    trouble: string | undefined,
  ): TemplateResult;
  /** The sections, and what else is found by place. */
  contents(...given: Parameters<typeof contentsPanel>): TemplateResult;
  /** What the employer can see of this reading. */
  record(measured: Omit<Measured, 'kept'>, say: (assistive: boolean) => void): TemplateResult;
}

/** Makes them ready in a reader, in the language of the page. */
export async function openPanels(
  reader: LitElement,
  language: string,
  device: Device,
  layout: TextLayout,
): Promise<Panels> {
  const root = reader.renderRoot as ShadowRoot;
  const words = await learnTool(strings, language);
  const sheet = styles.styleSheet!;
  const there = root.adoptedStyleSheets;
  if (!there.includes(sheet)) root.adoptedStyleSheets = [...there, sheet];
  const kept = new KeptHere(reader, device);
  void kept.count();
  return {
    type: (settings, choose, ...given) => {
      const chosen = (settings: Partial<Settings>): void => {
        choose(settings);
        if (!settings.line) return;
        // Without it the text is as ever.
        void import('../focus-line/focus-line.js').then(
          ({ FocusLine }) => FocusLine.watch(reader, layout),
          () => undefined,
        );
      };
      return typePanel(words, reader, settings, chosen, ...given);
    },
    contents: contentsPanel,
    record: (measured, say) => recordPanel(words, { ...measured, kept: kept.render(words) }, say),
  };
}
