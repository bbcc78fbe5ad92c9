// ZhubiPolicy
