/** Whether a key press turns a page: on, back or not at all. Keys that other things use are theirs. */
export function turnOf(event: KeyboardEvent, rtl: boolean): 1 | -1 | 0 {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
  const target = event.target as Element;
  if (altKey || ctrlKey || metaKey || target.closest('[popover], [slot], select, input')) return 0;
  const region = target.closest('.scroll');
  if (
    region &&
    (region.scrollWidth > region.clientWidth + 1 || region.scrollHeight > region.clientHeight + 1)
  ) {
    return 0;
  }
  if (key === ' ') return target.closest('button, a, summary') ? 0 : shiftKey ? -1 : 1;
  if (key === 'PageDown' || key === (rtl ? 'ArrowLeft' : 'ArrowRight')) return 1;
  if (key === 'PageUp' || key === (rtl ? 'ArrowRight' : 'ArrowLeft')) return -1;
  return 0;
}
