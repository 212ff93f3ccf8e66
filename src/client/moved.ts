/*
 * On the page that is left at an old address: leads on to the new one, with the place within the page that the link
 * asked for. A page cannot pass that on without a script: there, the reader gets to the new page's beginning.
 */

const link = document.querySelector<HTMLAnchorElement>('a[data-moved-to]');
if (link) {
  const to = new URL(link.href);
  if (!to.hash) to.hash = location.hash;
  location.replace(to);
}
