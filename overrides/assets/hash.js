// What stands after the # of the address, as it was typed.

export function typedHash() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ""; // a % that stands for nothing
  }
}
