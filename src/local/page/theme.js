// A plain script before the first paint: whoever chose a theme sees no flash of the other.
{
  const chosen = localStorage.getItem('theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
}
