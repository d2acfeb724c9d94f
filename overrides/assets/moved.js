// The page moved: go on to where it is now, to the same place on it. Without this script a refresh does it, but
// forgets the place.
{
  const found = document.querySelector("link[data-moved-to]");
  const target = new URL(found.dataset.movedTo, document.baseURI);
  if (location.hash) target.hash = location.hash;
  target.search = location.search;
  location.replace(target);
}
