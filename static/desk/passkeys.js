/* Passkeys: a form marked data-passkey asks the site what to ask the browser, and posts what the browser answers.
   data-passkey is "get" (prove) or "create" (a new one); data-options the address that tells. Without script, or in a
   browser that knows no passkeys, the button stays hidden, and codes do. */
"use strict";

(() => {
  if (!window.PublicKeyCredential || !navigator.credentials) {
    return;
  }

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const letters = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const read = (options) => {
    const wanted = options.publicKey;
    wanted.challenge = bytes(wanted.challenge);
    if (wanted.user) {
      wanted.user.id = bytes(wanted.user.id);
    }
    for (const each of [...(wanted.allowCredentials || []), ...(wanted.excludeCredentials || [])]) {
      each.id = bytes(each.id);
    }
    return { publicKey: wanted };
  };

  const written = (credential) => {
    const response = {};
    for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[name]) {
        response[name] = letters(credential.response[name]);
      }
    }
    if (credential.response.getTransports) {
      response.transports = credential.response.getTransports();
    }
    return {
      id: credential.id,
      rawId: letters(credential.rawId),
      type: credential.type,
      response,
      clientExtensionResults: credential.getClientExtensionResults(),
    };
  };

  const ask = async (form) => {
    const answer = await fetch(form.dataset.options, {
      method: "POST",
      headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
    });
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    const options = read(await answer.json());
    const credential = await navigator.credentials[form.dataset.passkey](options);
    form.querySelector("[data-credential] input, input[data-credential]").value = JSON.stringify(written(credential));
    form.submit();
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const button = form.querySelector("[data-passkey-button]");
    const failed = form.querySelector("[data-passkey-failed]");
    for (const part of form.querySelectorAll("[data-passkey-part]")) {
      part.hidden = false;
    }
    button.addEventListener("click", () => {
      failed.hidden = true;
      ask(form).catch(() => {
        failed.hidden = false;
      });
    });
  }
})();
