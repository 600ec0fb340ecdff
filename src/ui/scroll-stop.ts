const STOPS = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex="0"]';

/**
 * Attach it to what scrolls: a stop for Tab, so that the arrows can bring up what is out of sight, unless something in
 * it is one.
 */
export function scrollStop(node: HTMLElement): () => void {
  const look = (): void => {
    const scrolls = node.scrollHeight > node.clientHeight || node.scrollWidth > node.clientWidth;
    if (scrolls && node.querySelector(STOPS) === null) node.tabIndex = 0;
    else node.removeAttribute('tabindex');
  };
  const sizes = new ResizeObserver(look);
  sizes.observe(node);
  const contents = new MutationObserver(look);
  contents.observe(node, { subtree: true, childList: true, characterData: true, attributeFilter: ['disabled'] });
  look();
  return () => {
    sizes.disconnect();
    contents.disconnect();
  };
}
