/** Opens the question that the address names: browsers scroll to a closed one, and leave it closed. */
function openNamed(): void {
  const named = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (named instanceof HTMLDetailsElement) named.open = true;
}

addEventListener('hashchange', openNamed);
openNamed();
