/** Lets the browser do what is due: answer the reader, draw, post a form. */
export const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Lets the browser draw. Where it draws nothing, as in a tab behind others, that is not waited for. */
export const nextFrame = () =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
