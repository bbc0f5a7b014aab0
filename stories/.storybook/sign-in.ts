/** Asks the backend's development personas for a token; the stories' stand-in for a portal's sign-in. */
export async function tokenOf(userName: string): Promise<string> {
  const answer = await fetch('/dev/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName }),
  });
  if (!answer.ok) {
    throw new Error(
      'No backend answers beside these stories. Start them with `npm run storybook`.',
    );
  }
  const { token } = (await answer.json()) as { token: string };
  return token;
}
