// What stands in a page beside the thing that is tried: a style that gets out would show on it.
const {document, getComputedStyle} = globalThis;

/** What hostile texts name most often. */
const NEIGHBOURS = `<h1>h1</h1><p class="a foo bar" id="a">p <b>b</b> <i>i</i> <u>u</u></p><a href="#x">a</a>
  <button class="btn">button</button><input><table><tr><td>td</td></tr></table><ul><li>li</li></ul><div id="test">div</div>
  <img alt=""><div class="example">div</div>`;

let neighbours;

/** Puts them there. */
export function addNeighbours() {
  neighbours = document.createElement('section');
  neighbours.innerHTML = NEIGHBOURS;
  document.body.append(neighbours);
}

const stylesIn = (element) => {
  const style = getComputedStyle(element);
  return [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
};

/** How everything looks there, and how many sheets there are. */
export const looks = () =>
  [
    document.styleSheets.length,
    document.adoptedStyleSheets.length,
    ...[document.documentElement, document.body, ...neighbours.querySelectorAll('*')].map(stylesIn),
  ].join('\n');
