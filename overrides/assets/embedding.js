// Copying the code that shows a consultation on another site.

/** Starts the details with data-embed. */
function startEmbedding(details) {
  const status = details.querySelector("[data-embed-status]");
  details.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-embed-copy]");
    if (!button) return;
    const code = document.getElementById(button.dataset.embedCopy);
    code.select();
    try {
      await navigator.clipboard.writeText(code.value);
      status.textContent = "コピーしました。";
    } catch {
      // No permission, or an address without https: the reader copies what is selected.
      code.focus();
      status.textContent = "自動ではコピーできません。選択した文をコピーしてください。";
    }
  });
}

startEmbedding(document.querySelector("[data-embed]"));
