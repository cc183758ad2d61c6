// The page's parts as custom elements, compiled by Svelte.
import 'Banner.svelte';
import 'Report.svelte';
import 'Signs.svelte';
