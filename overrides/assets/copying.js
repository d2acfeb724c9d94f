// Text in a field → the clipboard. What came of it is said in `status`, which is announced.

export async function copy(field, status) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    status.textContent = "コピーしました。";
  } catch {
    // No permission, or an address without https: the reader copies what is selected.
    field.focus();
    status.textContent = "自動ではコピーできません。選択した文をコピーしてください。";
  }
}
