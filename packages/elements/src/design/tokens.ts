import { css } from 'lit';

/**
 * Every colour, size and duration of every element, decided once.
 *
 * The public names are `--isms-*`: set them on any ancestor (`:root`, the provider, the element).
 * Inside, styles use the resolved private names `--_*` below. Without any of them set, type and text
 * colour are the page's own, surfaces and lines are mixed from that text colour, and the few real
 * colours are mid-tones that keep 3:1 on white and on near-black: they hold on a dark page even when
 * it forgot to declare `color-scheme`. A colour never carries meaning alone and never colours text.
 */
export const tokens = css`
  :host {
    --_font: var(--isms-font, inherit);
    --_text: var(--isms-text, currentColor);
    --_muted: var(--isms-muted, color-mix(in srgb, currentColor 78%, transparent));
    --_surface: var(--isms-surface, transparent);
    --_raised: var(--isms-raised, color-mix(in srgb, currentColor 5%, transparent));
    --_line: var(--isms-line, color-mix(in srgb, currentColor 20%, transparent));
    --_edge: var(--isms-edge, color-mix(in srgb, currentColor 56%, transparent));
    --_accent: var(--isms-accent, #2563c4);
    --_on-accent: var(--isms-on-accent, #fff);
    --_positive: var(--isms-positive, light-dark(#23804f, #4cb27d));
    --_warning: var(--isms-warning, light-dark(#a16207, #d29a3a));
    --_danger: var(--isms-danger, light-dark(#c8372d, #ea7168));
    --_focus: var(--isms-focus, light-dark(#2563c4, #79aef7));
    --_small: var(--isms-small, 0.875em);
    --_large: var(--isms-large, 1.25em);
    --_title: var(--isms-title, 1.625em);
    --_1: var(--isms-space, 0.25rem);
    --_2: calc(var(--_1) * 2);
    --_3: calc(var(--_1) * 3);
    --_4: calc(var(--_1) * 4);
    --_6: calc(var(--_1) * 6);
    --_radius: var(--isms-radius, 0.375rem);
    --_target: var(--isms-target, 2.75rem);
    --_quick: var(--isms-quick, 120ms);
    --_slow: var(--isms-slow, 240ms);
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_quick: 0s;
      --_slow: 0s;
    }
  }
`;
