import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../modules/directory/wiring.ts';
import { PairingsPageController } from './pairings-page-controller.ts';
import { PairingsScreenReadModel } from './pairings-screen-read-model.ts';

@Module({
  imports: [DirectoryModule],
  controllers: [PairingsPageController],
  providers: [PairingsScreenReadModel],
})
export class PairingPagesModule {}
