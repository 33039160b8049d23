#ifndef AMBLE_CTOML_H
#define AMBLE_CTOML_H
#ifdef __cplusplus
extern "C" {
#endif
int amble_toml_version(void);
#ifdef __cplusplus
}
#endif
#endif
