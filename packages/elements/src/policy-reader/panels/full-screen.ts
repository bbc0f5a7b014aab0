/** Whether an element fills the screen; in a shadow root the document names another one. */
export const fillsScreen = (element: Element): boolean => element.matches(':fullscreen');

/** Gives the whole screen to an element, or gives it back. A page in a frame may forbid it after all: then nothing happens. */
export async function fillScreen(element: Element): Promise<void> {
  const done = fillsScreen(element) ? document.exitFullscreen() : element.requestFullscreen();
  await done.catch(() => undefined);
}
