/* A plugin for an interface that this jiyao does not know. */
extern const int jy_plugin_2;
__attribute__((visibility("default"))) const int jy_plugin_2 = 1;
