// The page's parts as custom elements that Svelte compiles.
import 'Banner.svelte';
import 'Report.svelte';
import 'Signs.svelte';
