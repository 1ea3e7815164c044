/* Passkeys: the browser makes or shows one, and the form around the button carries its answer. */
(() => {
  const octets = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (list) => (list || []).map((one) => ({ ...one, id: octets(one.id) }));

  /* What the house asks for, as the browser takes it. */
  function asked({ publicKey: wanted }) {
    const common = { ...wanted, challenge: octets(wanted.challenge) };
    return wanted.user
      ? { ...common, user: { ...wanted.user, id: octets(wanted.user.id) }, excludeCredentials: known(wanted.excludeCredentials) }
      : { ...common, allowCredentials: known(wanted.allowCredentials) };
  }

  /* What the browser answers, as the house reads it. */
  function answer(credential) {
    const response = {};
    for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[part]) response[part] = text(credential.response[part]);
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response,
      clientExtensionResults: credential.getClientExtensionResults(),
    });
  }

  for (const place of document.querySelectorAll("[data-passkey]")) {
    const [sentence, button, field] = ["p", "button", "input"].map((tag) => place.querySelector(tag));
    if (!window.PublicKeyCredential) {
      sentence.textContent = place.dataset.unknown;
      continue;
    }
    sentence.hidden = true;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const form = button.form;
      if (!form.reportValidity()) return;
      try {
        const publicKey = asked(JSON.parse(place.dataset.passkey));
        const credential = await (publicKey.user
          ? navigator.credentials.create({ publicKey })
          : navigator.credentials.get({ publicKey }));
        field.value = answer(credential);
        form.submit();
      } catch {
        sentence.textContent = place.dataset.failed;
        sentence.hidden = false;
      }
    });
  }
})();
