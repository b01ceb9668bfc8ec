// What makes the desk quicker to use. Every page works without any of it.
import { follow } from "./live.js";
import { keys } from "./keys.js";
import { panel } from "./panel.js";

panel();
keys();
follow();
