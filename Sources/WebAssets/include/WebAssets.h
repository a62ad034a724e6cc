int rounds_assets(void);
