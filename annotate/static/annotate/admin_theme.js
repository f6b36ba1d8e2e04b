/* The administration is light or dark as the person's own settings say. Before the page is drawn, so it stands in its head. */
document.documentElement.dataset.theme = document.currentScript.dataset.theme === "system" ? "auto" : document.currentScript.dataset.theme;
