/* A module that is no plugin: it exports something else. */
extern const int jy_nothing;
__attribute__((visibility("default"))) const int jy_nothing = 1;
